// A Key Vault on loopback whose requests and answers go through Microsoft's own generated description of the API (the fakes of
// the Go clients): what the service would not understand is refused here as well. It keeps secrets and one RSA key in memory.
// Prints the port it listens on.
package main

import (
	"context"
	"crypto/rand"
	"crypto/rsa"
	"crypto/sha256"
	"errors"
	"fmt"
	"io"
	"math/big"
	"net"
	"net/http"
	"strings"
	"sync"
	"time"

	"github.com/Azure/azure-sdk-for-go/sdk/azcore"
	azfake "github.com/Azure/azure-sdk-for-go/sdk/azcore/fake"
	"github.com/Azure/azure-sdk-for-go/sdk/azcore/runtime"
	"github.com/Azure/azure-sdk-for-go/sdk/azcore/to"
	"github.com/Azure/azure-sdk-for-go/sdk/security/keyvault/azkeys"
	keysfake "github.com/Azure/azure-sdk-for-go/sdk/security/keyvault/azkeys/fake"
	"github.com/Azure/azure-sdk-for-go/sdk/security/keyvault/azsecrets"
	secretsfake "github.com/Azure/azure-sdk-for-go/sdk/security/keyvault/azsecrets/fake"
)

type vault struct {
	mutex   sync.Mutex
	origin  string
	secrets map[string][]azsecrets.Secret // oldest version first
	key     *rsa.PrivateKey
}

func main() {
	key, err := rsa.GenerateKey(rand.Reader, 2048)
	if err != nil {
		panic(err)
	}
	v := &vault{secrets: map[string][]azsecrets.Secret{}, key: key}
	secrets := secretsfake.NewServerTransport(&secretsfake.Server{
		SetSecret: v.set, GetSecret: v.get, NewListSecretPropertiesPager: v.list,
	})
	keys := keysfake.NewServerTransport(&keysfake.Server{GetKey: v.getKey, WrapKey: v.wrap, UnwrapKey: v.unwrap})
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		panic(err)
	}
	fmt.Println(listener.Addr().(*net.TCPAddr).Port)
	_ = http.Serve(listener, http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		v.origin = "https://" + r.Host
		if strings.HasPrefix(r.URL.Path, "/msi") {
			fmt.Fprintf(w, `{"access_token":"loopback","expires_on":"%d","resource":"https://vault.azure.net","token_type":"Bearer"}`,
				time.Now().Add(time.Hour).Unix())
			return
		}
		if r.Header.Get("Authorization") == "" {
			w.Header().Set("WWW-Authenticate", `Bearer authorization="https://login.microsoftonline.com/tenant", resource="https://vault.azure.net"`)
			w.WriteHeader(http.StatusUnauthorized)
			return
		}
		name, transport := operation(r, secrets, keys)
		if name == "" {
			w.WriteHeader(http.StatusNotFound)
			return
		}
		r.URL.Scheme, r.URL.Host = "https", r.Host
		answer, err := transport.Do(r.WithContext(context.WithValue(r.Context(), runtime.CtxAPINameKey{}, name)))
		if err != nil {
			status, code := http.StatusBadRequest, "BadParameter" // not as described
			var refused *azcore.ResponseError
			if errors.As(err, &refused) {
				status, code = refused.StatusCode, refused.ErrorCode
			}
			w.Header().Set("Content-Type", "application/json")
			w.WriteHeader(status)
			fmt.Fprintf(w, `{"error":{"code":%q,"message":""}}`, code)
			return
		}
		defer answer.Body.Close()
		for field, values := range answer.Header {
			w.Header()[field] = values
		}
		if w.Header().Get("Content-Type") == "" {
			w.Header().Set("Content-Type", "application/json")
		}
		w.WriteHeader(answer.StatusCode)
		_, _ = io.Copy(w, answer.Body)
	}))
}

type transporter interface {
	Do(*http.Request) (*http.Response, error)
}

func operation(r *http.Request, secrets, keys transporter) (string, transporter) {
	part := strings.Split(strings.Trim(r.URL.Path, "/"), "/")
	switch {
	case part[0] == "secrets" && len(part) == 1 && r.Method == http.MethodGet:
		return "Client.NewListSecretPropertiesPager", secrets
	case part[0] == "secrets" && r.Method == http.MethodPut:
		return "Client.SetSecret", secrets
	case part[0] == "secrets" && r.Method == http.MethodGet:
		if len(part) == 2 {
			r.URL.Path = strings.TrimSuffix(r.URL.Path, "/") + "/"
		}
		return "Client.GetSecret", secrets
	case part[0] == "keys" && r.Method == http.MethodGet:
		return "Client.GetKey", keys
	case part[0] == "keys" && strings.HasSuffix(r.URL.Path, "/wrapkey"):
		return "Client.WrapKey", keys
	case part[0] == "keys" && strings.HasSuffix(r.URL.Path, "/unwrapkey"):
		return "Client.UnwrapKey", keys
	}
	return "", nil
}

func (v *vault) set(_ context.Context, name string, given azsecrets.SetSecretParameters, _ *azsecrets.SetSecretOptions) (resp azfake.Responder[azsecrets.SetSecretResponse], errResp azfake.ErrorResponder) {
	v.mutex.Lock()
	defer v.mutex.Unlock()
	version := fmt.Sprintf("%032x", len(v.secrets[name])+1)
	now := time.Now().UTC()
	secret := azsecrets.Secret{
		ID:         to.Ptr(azsecrets.ID(v.origin + "/secrets/" + name + "/" + version)),
		Value:      given.Value,
		Tags:       given.Tags,
		Attributes: &azsecrets.SecretAttributes{Enabled: to.Ptr(true), Created: &now, Updated: &now},
	}
	v.secrets[name] = append(v.secrets[name], secret)
	resp.SetResponse(http.StatusOK, azsecrets.SetSecretResponse{Secret: secret}, nil)
	return
}

func (v *vault) get(_ context.Context, name, version string, _ *azsecrets.GetSecretOptions) (resp azfake.Responder[azsecrets.GetSecretResponse], errResp azfake.ErrorResponder) {
	v.mutex.Lock()
	defer v.mutex.Unlock()
	versions := v.secrets[name]
	for i := len(versions) - 1; i >= 0; i-- {
		if version == "" || strings.HasSuffix(string(*versions[i].ID), "/"+version) {
			resp.SetResponse(http.StatusOK, azsecrets.GetSecretResponse{Secret: versions[i]}, nil)
			return
		}
	}
	errResp.SetResponseError(http.StatusNotFound, "SecretNotFound")
	return
}

func (v *vault) list(_ *azsecrets.ListSecretPropertiesOptions) (resp azfake.PagerResponder[azsecrets.ListSecretPropertiesResponse]) {
	v.mutex.Lock()
	defer v.mutex.Unlock()
	page := azsecrets.ListSecretPropertiesResponse{}
	for name, versions := range v.secrets {
		last := versions[len(versions)-1]
		page.Value = append(page.Value, &azsecrets.SecretProperties{
			ID: to.Ptr(azsecrets.ID(v.origin + "/secrets/" + name)), Tags: last.Tags, Attributes: last.Attributes,
		})
	}
	resp.AddPage(http.StatusOK, page, nil)
	return
}

func (v *vault) getKey(_ context.Context, name, version string, _ *azkeys.GetKeyOptions) (resp azfake.Responder[azkeys.GetKeyResponse], errResp azfake.ErrorResponder) {
	if version == "" {
		version = "1"
	}
	resp.SetResponse(http.StatusOK, azkeys.GetKeyResponse{KeyBundle: azkeys.KeyBundle{Key: &azkeys.JSONWebKey{
		KID:    to.Ptr(azkeys.ID(v.origin + "/keys/" + strings.Split(name, "/")[0] + "/" + version)),
		Kty:    to.Ptr(azkeys.KeyTypeRSA),
		KeyOps: []*azkeys.KeyOperation{to.Ptr(azkeys.KeyOperationWrapKey), to.Ptr(azkeys.KeyOperationUnwrapKey)},
		N:      v.key.N.Bytes(),
		E:      big.NewInt(int64(v.key.E)).Bytes(),
	}, Attributes: &azkeys.KeyAttributes{Enabled: to.Ptr(true)}}}, nil)
	return
}

func (v *vault) wrap(_ context.Context, _, _ string, given azkeys.KeyOperationParameters, _ *azkeys.WrapKeyOptions) (resp azfake.Responder[azkeys.WrapKeyResponse], errResp azfake.ErrorResponder) {
	result, err := rsa.EncryptOAEP(sha256.New(), rand.Reader, &v.key.PublicKey, given.Value, nil)
	if err != nil || given.Algorithm == nil || *given.Algorithm != azkeys.EncryptionAlgorithmRSAOAEP256 {
		errResp.SetResponseError(http.StatusBadRequest, "BadParameter")
		return
	}
	resp.SetResponse(http.StatusOK, azkeys.WrapKeyResponse{KeyOperationResult: azkeys.KeyOperationResult{Result: result}}, nil)
	return
}

func (v *vault) unwrap(_ context.Context, _, _ string, given azkeys.KeyOperationParameters, _ *azkeys.UnwrapKeyOptions) (resp azfake.Responder[azkeys.UnwrapKeyResponse], errResp azfake.ErrorResponder) {
	result, err := rsa.DecryptOAEP(sha256.New(), rand.Reader, v.key, given.Value, nil)
	if err != nil {
		errResp.SetResponseError(http.StatusBadRequest, "BadParameter")
		return
	}
	resp.SetResponse(http.StatusOK, azkeys.UnwrapKeyResponse{KeyOperationResult: azkeys.KeyOperationResult{Result: result}}, nil)
	return
}
