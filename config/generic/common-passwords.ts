/**
 * The 2,000 most common passwords, as FNV-1a hashes in base 36 (`hashOf` in `src/detect/generic/published.ts`): nobody need read
 * them here, and a match by chance is one in two million.
 *
 * Made of the list `passwords` of @zxcvbn-ts/language-common 4.1.3, MIT licence, Copyright (c) 2012-2016 Dan Wheeler and Dropbox,
 * Inc., Copyright (c) 2021 @zxcvbn-ts.
 *
 * @see https://www.npmjs.com/package/@zxcvbn-ts/language-common
 */
export const COMMON_PASSWORDS = `
16m4696 f2by1k 2ygv65 7gnhi1 1g159ng isucwo 1yess1p uww963 rnovmv 1wtu2ou uq17bp orcdx9 fqc4xx s6xth4 tfoao8 3g6b1r
g5zn8h 1k7935f 17nh4j8 1g9ac0y 1cr4xm0 129bukd 175mih4 1a5ju1p qx94jo 1ob5fz3 19eh2yo 1qln75s 7foloo k3an6t 4iqj3
165zzw3 17vs4pc s8esyy t36ue5 91hktu 1c0n1fl 1u1h65v 11z71la ey297l 79psh4 1d2afxo 1a49eh0 1x98ezg 1akeam 11paper
1lt18w1 1inb5d1 2px3k0 1k2sta5 1ps99yf qwxgxs 11uiork 7ian8q vjxdw8 qq57ps 1d76ba0 5iqhba 1hhuep 1ud00ae 14oshhs
1l6q1kp 11bqty1 h9kjql 1jdukye pnhjyp oo656e 1npgzlf 1vxw9rz y9e23c 10yk68t jbnnt9 w6ru25 1ry26ve u3ri7 1xu2pbb
1n553o1 18ynt7s ydogc3 39w03p 1y60r3o 18temvt coyhn2 i5oy5e 1mzvs9l 61dcdo 1bvs41a 1rurkdb 1a1327l 1dgffrm 5lq83x
19dclcr 4rbl63 1jn0squ 1pyn23e 14tj5ox h1d862 sfpc7l 1d8c52f m3bicr rdtg66 wfyax3 11r9el9 1k8mpb6 1eb9v6o wcctha
lpmm84 1spw0r5 18cdrn0 jlisx3 192k8qk 17w6li2 1xz76j6 1xcgblw 1cs5qlh jc9giz x76m67 moko7f 202vsd 1yf082u 12ccvzd
8gl3jz wep6uk 95l9f1 1godax1 1clk5qn 17w5ilr 1uz3spo 1fufspd 1e03u6m lfxvf4 8zhfi1 13n1e34 8due4u 9dhubq 1hqj548
b2cwkz 17csh1b vi8muy 1t1d6n4 ko0nrq 1atld65 ohtf33 naoyid klk0ch q2wewt z08ck4 vqpf9t 15nhxej 8drdkt 1oaqyxt
1sbab5l pu7jkz 1let6x 1nxq3dd t5rll4 auarzo ycg9i7 1i7bhhe 12q7us8 v525un 16ujzzz 48icps 1ghlcvp 1m21ms wjnlgu
mw5ahn 1rnpxin 1qim4b3 1ocvsr4 r3wffg 1tl4eg4 ozbx7z 7sdvhe hgrxct d51wf4 cxoqyo 13g4tk1 1dpijpc 1di0h6e 10pbva
bbnbav 9yhtsq o48x7m 1isqexp fpa6xy 3tu9cx w0l2vb 121r6sa 1b91ixf cdi48w 1q2tgzg y081a0 1wgulry lsb33d 1l7toh iyzgcf
i5g3rl 1v39m5m dqg1os 1uvik7y 1aojisq llgpcz 1n9frm1 1n9ktks 19hk684 1cug54b spgnwv 1kfiorp t7bzfb 1dwotmu 1y5fb34
16rgc6f 1xx9z4a 1epxxtd 4tvbq3 1rdxyg vucn2l 1by80mt 1m8d2x2 jb19l5 1k9qfx2 1ewyjyb cly4dx 18otvnx 1yqxr0m 1il3mks
1d1ppzw 18uoxhn 1plevpp u3t0yy 1kewhpa s43mq9 12fbu7b 6dymv8 ba19n2 1c5fbmi 1nm5nz0 1xafvlj 1cir26w vzy2fv 9q1osz
rn2bmf 1lt4z2x 1r3y0zf 5lymcl 14fkbtf 1278bpc 13uckst 1ibj1ig 3cigd5 1eknwil 1binbgb f51rqe wmnam7 1v9o14o 1o60m2q
s31e38 dd1om3 1g2sjqt 1owh0ml yvi33c qtlk3n 1me04qk 1cuo2fn ad8p5w 1q82fn3 a1r5t0 1yqk22s 17bdyk2 o0md2c 1lpjzav
2k6w1 1s4o3rw yldxqt 9q3thi diyeji azj31h 1s1o7qp en0u01 1pilbr 14f6ljl 12le1ns bd68sz 1lbnu3f m4lm1r xu2msn c1rhk9
onu4h 14xan5k 1tubxve 12a2ecq 147607i ajd16e 1dxwsub 1t9ukv2 t8iast 1efcwm7 vpjpyo j28tov 5gh7rv 1a1kf6x zhk7cb
1kgwfi2 18xjy8i 1ry8sid ipl5qj 14rdg26 v6y9hg ntfoiz 1gk6ox7 1qg5f9j bhmk30 1wnjm58 e4jrwe 16yacg0 2f7x3r 10cd4ul
4bkejj 7f7gc0 o9gx27 vjbo48 xha7gc 16mdg7x d6tqaf itwc0n oa70vd 4nk3uw drrpun r7d5pt 1uz5nq6 wvikgw 1rpur0l pz4lmu
iltm2v 1vfqpju xhfglk 1m7bdj2 1c4me5p kh4qle 1hdqxfp oshhjd ysn4c2 1rstqmc 1ukssja g72xw0 gxtukx 1dwl0cf anftlw
guuv11 14h9oi0 1wkagq3 5kjtps 194ubyu 1nbvlm0 1ocubny 1bayyh1 1uykhmm 1g7kcnb 1rmp5gf 1g4r3jf 7xf1lk wz8tjz mo6x5d
etofmr mta63d 7652hw rwp8hn 18v08n5 1p4r07b o872p4 1u5bu7t ojxwrb 16lie6p 1d93ckh egn28o 1e6ac7f 1y92b4x 1q9d86i
1gij25u 1dd8i0c vrlpbr 2dh2wo ads1g8 1o3wg8m 170o15e 1h61xrr 4yt2p2 122v6pi 10kxt4a cur15m gnklt4 ob0abz l4ihqa
6dpx8e ksnz8 1ncxtsn 1e0776r 6lh8qk 12dnkgj 4n5tbz 10vcfgz 20jjon 12eood9 15h6odf 1n8xpv9 ida9wa edj9xq 1rilq4s
1bd09j6 1kecvqs 18qvj1e 16db0p4 mvz8ui 1njz4ll 1jfttwn 19gnkl0 knl8xi 1smmj1m 1r8uw86 1wnddeg 17r7dqs obkv4t du0xmd
15o9bgf pkct4g 1gq17y1 cqqdm1 b5mm4 1w2boli y5wm4d 1hw14d9 1qwzh8b 1rnhkzh 13svqmi 1hd7r8m 1f8mh6a 163vnek 1cqspcz
wsmxiu 1fg6bvk 15v2nl8 eglqz2 zm3la3 3h8nke def1cp nlfd37 16cyylz yjrk7o 1vliber 1fy6fd5 hn1tao 1ugaeks 1gojzxf
1y2y9th 1aikyly nqw3kg ou4dme ms7go9 juz9r3 1idhut9 1dqv9h1 zyx5xe 1oes7cv 1b8n01n 18jbm34 14o2pq9 13utn7u bwehuc
retfd8 g3lo25 w49wwr vy81mf cv0j0w 5izuz u8a09t 18cbggr 13l2nyx 1ve45st 3zx2uv 1gz0ibc 13vh1uv 14uhrhp 1fc55wj
17cddja 1dr6g3v 1wljpt3 1xoaxno 9x9tlx 1gh4rgc 1f86i9q azuqq9 1ajw09l 1xdx2q6 1yyb0l7 1tb2fff 14g7850 3fo0xt cbo8xe
15zfb09 1hpr2gc 65ls2s kdz054 1y4h856 z7o48o x7dksz nuykfh grsrna fee1dy 1f21sw9 lx1b4a 185jhiv 41cvog 191qn3r
1x37knm jep2ov 187e2tl 15gk4vs 1vlnoii 1dtumyj 194ri17 1t9eql0 19pulvo 13p4fq 273m72 h2ohd1 ry5se3 1weg7m6 ylvzan
1iyq7f5 1n1uibr 3w2dxo x89mwy 11p3trq 12t0e6y jgp8lk cwuspc 1ix73nh 1wn2xac 1cbqwjz 1unpvi4 13c8td4 1xygljw tcmg8h
m2aopg 1oblst bwhupv 10bocp0 mb6zj0 hh7y3j fgj7yk mfjkdy 1svls43 1npkzk5 11zzwwi 3ekkdq 15rk3dl 1o5x8g5 1ltwc0v
1m1y9v5 49xmit dc4kgb jc5nxl h6k183 1khz72l 1v10xgu 1t062fk 1hbi4ca ibwcu7 22q8lj 1g8qjc7 1nvlie 40pns5 xc8mc4
nhzd8m k1azeh ngvle3 1bztkkn fh8483 sg7j4j 1mlw7q 16se3my ek0spw 67r1q7 2cuiwg 6fybi6 1ihp533 4judy0 1fyyrrw 1pkxemj
104s8n8 18si564 10m87zr pfyzjr lypqw0 1mz30n2 1w6eow2 1t0uiee 144x0xb 1e0rx6j g4esac kgbsc2 2z95jm 1jcjtls ofwynk
18det6n 1vpr1kz 107czix 1qml6g0 18ri92s 422e67 7c169a y5adqo 1rdlq71 1jtharf 17qnvk6 12h84i9 1cvv9ac 1jdm96e 1u64n3m
13sfiau tz3rzm a6tffv 1b8jfk6 1wqvgzk 1gnrx3q 18ab07o hqy23h 18kk8m1 h9dqoh 10hqu4k 1q3ebff emsvdo 1decxqf 1vqcvqg
lu2bjj p0x2g2 nq77sf hzmian 16zz0il e2fijo 5y82ta 1gb3r5b 11v6ylv 140388r wmetca 1m24kth 1m17w43 1izmrxk 198usrl
dd7zoa 7hldcm buc6x3 1ocpado lbzgef mot5a r78h3s iar878 4xc27p en05gg 126gx52 1oibf86 5gse8a 1i46w04 185zrgb kack2k
q4ivyu cvjcwm 1bi0vak jzvcxx 16name3 1cxpyww 208mrh rfxx10 1nvng9d 1ghghfx vs4ern nv4g47 14pk8qw q21w89 eqrt8g
vs0ds3 1luejzd 1ew2id jeul6f pw5d6d 1yh04ks 6tvbcm 1cx61c6 d1blvj io2faw 1bjs15e 17cyj7i 5xtol5 b3nqck fzokuz 5s496f
hx4f9y vkbah9 1lf0kmv is09rt 1l63qgk zwanhs 1cy6syy qpq7dv jlf46u 1xdsv2g 1cgiur9 1f1ftpf yyhe0f reetde zj9yh1
1b0pc0w kc033p 2rixs9 1revigc 1odjydi 1dmbv84 k9qwxk 1tik2zj 1ha1c6g fcual8 uku3j4 1k8ivjr x76ga0 1s0tt9w mesh3x
1hw7e70 k8mzkx vn5ayk t755ap 2ppzar 1yi6z5o t53dh2 dzmekr q7v0d8 13dzio2 1aphvlf foojly 1lm87jl 1v9hopt lcwfnd
19iayvq ykn8e7 ityu2w 19mj789 1dys25e 1wo4pg4 1b9d3d8 13bc54q id3iuu x3r99m 1xafcag u7p9q6 43vy3c i7gw9a 1iwi4mw
4i9osw 1ap8jss 2eq79g aneqid 10w411u p0wiga 1t1wvxd 1u1fopl kueqvt 84c9c6 xj568a 9wip59 1x0ii9p 1ycax5r l818zq
1686jl2 3pi0vh 1xqcn20 ejvzj 3lo2u3 qsyiyx b9u1qm qvyjaw 116s39d bgan0d 1wchde9 1gd95tb 1mdwo9n jk3psy 1ouw05r
1uan1jk fq6wjf 1f5e3i1 1qus0bv 11rnxe7 3y2u1t 1tqsj7l 2avi6w 1b52rvc 96jo4t u74m7v oegosw rml4hd 1m5v5hn 1k6g0vj
1bnncqn j7cc88 5m7we2 o0ayy0 1cffu2p s0wr6t f0p2xj ezf1qm kgxbtc 11fnmpo 13d1t87 4pxbrz 120h41l sj5z3v 1e1to80
kecrrn 6lh7op g2ykqu 1nf2wfw 1u6jwj4 1qqltbf 1foflk2 1sj6l4p cb80o5 xhyr0p syrg40 n52sbk 10ha1uk 15ob10u ngd4e0
cu03cq 1wd0hpo 4hncg1 19ooo6f 1s0evkr 1a9fosk siy0rh 4nicj5 1g64gz6 1lvbpdr 1w2bq7d 2q8rq9 xrwcsn tkvgal 1veatxl
3ykobk 9blium doixut 1yawuzt 38jx6m 1oizjt3 5y80k1 o14m9c sluayb lvlr7z 1ytuoub il2j4f f83xpw 1vppfqg z30x63 1ceuof5
1n9htyi 1e2rhs9 c6048t 90p7qy fsmo5x 1topj2w 7h57xt 16k0dlb 1nrtqf0 1nt9i09 q1tz1h c7qv5n q1s4jz 1ooza3v 1qxf8q6
i383n5 9ulcl 1576gql 1pj9dj2 znd33f 9hnn44 1j64y23 z3ykza cpt3il 1p6f0by 1w5gfuv rqalws 14u8rbr i817be 1ppavq9
1ffpkcy 1rh1u58 1gvslwc kgo6az 15impn5 7rxtl6 12kwbst pye36z sdbvt8 17fpeh8 1rqaoq 17ilske aurc8b 1pkriag 1h6p5iw
yjcbf8 k0lxlf 1ukebqy 8o6vo 1ix82q4 3ygn8o 1dkfzcs gm8cfw x357k7 nhha9a 18yjamv 1kmz09x 1kpgr42 dffnhn tqnak4
1apvxyp ewqnlx 1qfsm4v 3bbtcc 1u4v0f2 1vuh0jg 4lylgo bzv6e3 s50arb 175ly92 1b3y8o5 1jovj2c 1a5pf5s acsh3q lsgbjx
120e97u zrr034 19iwb27 1pcg33z 17ue8gm 91nyd6 x41l5t zmpfq3 8fskoo 14pa49y 17m2iyu 1qoe6pp 1dpwnh 1nvz0hb 1639dqx
19sjwh7 1m321ho en845w eg0glq v11rk0 vm9qim slz827 wa74xa 1ke9iy8 1gw78em 1u1ed2f enyv47 d5cbau 1xgxm1k 9ynagi
1moemzp 1jzq6ij f3x8gu cg2pfz 1eb7u81 1x79rye 18d7e6q 12pow9c 3v60nc 1fth1ad 1su0141 1v3q3q6 6al55a 16dnyit 19t4og1
vxxe6t dm6yal pvbdgk 1b5vld9 jafb40 13qv8xx dplpic buhemj 7zo9ox 1wp9w1q 5w0j51 1apu4za 15jx8gz m8hpev zcjpdd
17o5jay 1ftqcyq 17cniu0 1cz7rwd 1y7ro1w o3rjhg fts48q 1e37t09 s6lu0s 1fedcud h0pgya 10jt9rs 12nd7jk 1plkpk6 1jkozj6
nyfkdt vacdhr 1cp8ppl 1e6utzv jx07us ulw4gi dswves 12ioi9b agms0f 1fkgjee cbfjqp bsafbl jwlqqy iljgq7 od5xwi 1jsxqyd
po2d0k 9gtbrg 1kyn08n 1sq3qmy 1psfry xdsgcb ois8l3 y5rw2g noel5i xs0w77 1b1a9l8 1rutdp4 12a63c6 1023bc8 1fz3rbn
1a08vm3 1sjzht3 1cn2rsf 191hwv7 57vgmm 1027qtz 10k0h6i 1cf8qgm 1e6buth 1pzbmvk 1o4ddf8 1vtk539 qexg4v 116y2r9
1jor9rb wxxqdh 1dps9gw 1r2wi34 1734k65 49ngou 1n3hiir 1cm3ktx z4hjtc 10k13vd ndtyb2 1dh955g 1xu327w 7c7eau ge93gs
gr3a10 e6qa4t 1xs1g6m mx9w2m 44wwhl yazwci 1amf19o 11lfml0 71nabr 1g4aplh 1nmess6 nladmi 1bhywm2 2md0cc 15l4sf5
m6w2ao oqd5tw 12f57cv 1x82x1g 1qbbju2 iychj4 sz2a09 1qbbx4v 1z0xekq 8in81q 8jsdv7 kwp0x9 1t1nwsp xhyavx xk73a9
5voxaq 1l1j86k 1wc9pky 1qvkxm7 1xp3zyn 1dn8pu7 1qflbvy 1quyqjs 4dan6n hqwz0l 1mk9r35 ryqn9k 1jxzw2c w7sxvu 1olxtdj
713rh0 154tlkf 9pbcxi tt3zbi 1aifk4n j32062 1pjj2jj dz7ako 16gzgc2 1ovja2w 302a1 6i5lg4 1nimxaf bj0w42 azwxzw 2d4xgd
oci0qb 1iym4p3 50sef7 y1g86 fl83np e6mvbx 1pqxg3r 1v985q6 ayozyx 12bkfmp wulzcu 1w41khj 1fqsnv5 14falia 1i6te1m
1wgewla 1ux77s4 1vw8214 yadrqt 1pek2xz 8pzjz8 19o633n 1ict0gt 12lj9hh 1t0fziv 1u6j4wn 1chb5bn g4jlbv 4sg34n 14plz8d
4gsdp9 1yqxzg3 fcl1mk 1hjspxv k3lr0l nms5vk 1pcfeto ydmfy0 ht3ixk icsrkg 146lray njkplx 1x3j4 1ukajyk o9hw58 ohocw3
4mijak 1xh5sc9 wj82kj qmcy0r 1j8db50 13t6uue 3vhfit guskq4 7mcxyc s7etg2 1vj6u67 19xsssx 1b0i7le 1jx7aho 1n706gw
1xlx8io ydoixc ybjgq 1l3fdj6 izslu7 5muwyq 1w0q9gi 12azqc 1xb3web lr97fi 1ctmbtn 1p0uwsl 1lfe6i4 4qiyet nbcf09
ytq18t 1w3bwrd 1c9pvd7 ahe7px 1t33odc 4xcaun qspi7j 574uhx 8vqsxe vhy1h 9g933l puezl2 17d7fu3 zqsbnk b6h44k 1nfdknm
15izdxn 1enll36 1epx11l 1j39r3y egf6ui 4ujznl 1d3ykbn z9xzhl e6c4cy 1t2ke2h dmu7sw 1h5yxyg 16xuvkp zk5u2v 1pdusin
110l0k6 1mvwv91 6qn007 r30l26 16abhjw 1gxqpwg f9mwv 19jrvtl 1npuis 1fsnum atpayc m12k7 igalvn h4m9xf jr5ftn 15kxijq
cv5h36 1ukhjqk heu3dm yvh8d ulujgg asl7el 1ayxdyy 7zn3k4 15nb70e 1vubtgp 1xo6cqt 1n0vwxh 1dh04ah 1dcrcyp 1eqpxyx
16mizjq gqc1lt grhsil q43vpb 6po0vi 1nx35hr 4ankth t50eox 9xjosy 1eg2f0l 181q5t4 1r34uwa 1pybs9p nm2oel 1ym34su
a00lc8 1s4k3th zwtzs 166srnm kntt9e m41g5a 83r7t yaqyz3 1jlegz1 z8efpt 180md9r vt3iks zo485u 1xkgyb1 1oa2yi8 1cl3iph
nmrl6a 19bmsvp 1rx7im1 1l1ymd9 1vwxxn7 1dou5gb vfc9dx qn5pty js0gy0 14j5fiz 4jgy5h 1xnx8tq gdno5 1a287jw 1pwvl0m
1amwe51 1m04t1j rh26mf 153iq0l msqtd4 1505565 1fqtnsl 1o5dwkq 1dse79j pvqkl3 16f8ccm 13crboy ofuk9k 1qt8fa2 i21tly
1yl8gm9 1vo0qxq 2f5ykd 1q7zl24 1cm5jd3 170x074 19xu0u3 1lmbsia 166cu9f 1ijmuph 1oplllo 1akx63f ew1fwr f80lnu 1aziabe
45ebyj eujfum lhsc2z ssctu9 1xeyrft 1gt8y5 1vdono0 10jkfqi 1fwyo5y 4ieccm 8fbdv3 18a50wz vo8ilg kkgxr2 k1kf3y
1hwxidl ilvzgp zum8c9 wvwa1g 50jhmd 3ctgih 11x24l5 1glwjlf ahzo3g wdadvj kf8nep 1y399pk 8ads3p 2x0ksc 1n8k219
1erat94 1lkupd8 13tz4ca hktxgj 11aikd4 1skdqxx hbffqz qc5mrs zsmp0i divp67 3a4o3s x420vo 1h8vvyu 1iwkahf gdnkx1
1uk4ecv 1gdtd1v nz182p 1uumbz8 xehlok 1o9n1t pkat0z 162tun9 we68kq 1mdiuh0 138xzd2 x1r3ef 15givbn pf1j44 1cv9it9
1yb7aod tamfmb 1so3s65 ps0hdy u1r4ov 9ycluv 10jptsc 1v8zvr5 x2fujs dr5gf2 192omny 1c6lasb 12qe60x 7y2lx0 1lji5f0
1exfyqd q083bd 19kztwr 9chorx 2erfg0 1da20pm andnl1 1dja1pc pl3c95 t6x2cp wi0em7 11zgdkb 1f8z6lo 4bic5t 17uv8te
1lkg87t 18yyz6r 1t6cuxc 1yz4ef3 1hiz9e 9gxifd ptskqf 1kbiivn 10nqe5q 1ia7ob5 1umo9tg e5olbu 1wol9ui 1x2qsoh 9h16n2
1pisec5 n9oby2 qc2hc7 1g6b475 t7i72m 1n8dudn 14kv726 k1004w crmsx6 8in9nc 9711d0 1ant8ik 1ebzfi7 nt9kcf rhu17t
k0kls4 17vpqgm 832ml4 1vg9joe irq1nx d9delk vsu94t pons1s 1mazmcr j1oyab 1croo2t m7tlwb 1lejesx 1c1me63 yrulzy
5wz9jd m04et3 149z68o 1fotw1 1kh6ez6 1ulm87l 1d0e2yb 1687vgk 77pcg kutu2t 1wm3gbx 1t91vgm 1847iqj 25xlbt jhbxx7
1tccb6e akvy8v 12cxi5k k3mte1 11ojn9 1c724s8 1r8bevf 1ni1wct kgkvmq 1gdwhd9 bhlq4u vxsx3i 15slucm 1tgjyg3 v4qea5
cn86f9 1a8lbme qn2s7u e4mor0 oql4ag 1x1biuc 1w7nql1 m7jfep fnsvzu cafyi0 9avgqv dcc607 7sg7a tqtwhh 6ewx0v 1i5e4a2
1k27g35 11rezqa 1hdk2ut 103wk74 qgxj9a ar5i1l 1abg7th q9b5pu 18d1xmg 8bmg8e 1ctqhqi blicgl 1lqbofn h377fi 17i8sdx
z500kz 2004fv o04flu 151rhr9 i8795p 1s1oedf 4e05rt 6r3wid 1bs70mu efe1i9 3vxmwb 1c8d6n1 1v8l4xq csvw98 vo0fr2 rjqar2
124mzm2 itevly 11o3u5k 6se8e7 1vtswo 1sxoohx 1uaeq1z ms15mt 1wpdgzx 1j5if9c 1kmqx8j 1of0r4f 1clr0ft qt3yrb 11l27eq
4vh1v7 1mhgqdq knle5b 1xp1i7i 6rwk6z 1srkvyy 697xlp wybviz ygxzfm s4kbdk zxwqve kbt3os 8k3xpb 1ju9qqz 1fhzz46
1rjbw0i 1qn6a3b 1sux4wu wz6iqh 15saq4b th34mh 1w1u9qg nl9bbj q5cgwn h78hr4 nfprd7 qg60kf nwp850 k811mj augplb
1idh1v1 181q4yl 1mrczp0 10s6jrh 1tei8zj 1ma6q5s dvgbok 1v0gim8 1bm09ek 1beuqrd zy25sv s73fy2 fobhmp 15frxhn ja97t4
1li4qgr 1qab6cj 3e4eq5 1qbjmrl o1kv2x b4ah2w p8zhjk 1m9tci8 b59u24 180ou58 149ls92 9lp155 50paz4 1f4eww4 1mk37h0
1m6x3uk 1eh7i2x khgtph e4zq5g dzjlqb veouxp 1cbmiar xloy7w 1d5jxhd 6x1b7d aawr7v 1i31ydv 12xol4t iygg45 wt36s9
1h7ylmu 1o1xsdi rrdbvn fhkqxk 1et5l6c 10s6d4j 7jfeyv 1iy0znl l4fj1f 1hgnkdr 1r9bfkq 11cxexl pqb3iw 171yhgp 1rblpn5
1jf8ze v0azh8 1rvjuru mhravk h1hsbr 126zax6 trzxjv 1gn9tl9 1rosqin smyztw 49nirc u5dvwl px03d9 11sqh8k 1vgge7r
y9my68 1l6n5nf 13xzi2h 1lk3aew mviauv 14ovep0 13hbwkk 1m8weo3 1tgt12t 1jr113i 1tbadjy 1ik540x w5yraz 14yzgs toun1d
793sph dqqahl e5eu0r gwqkc3 8wfg33 1wzmskg azoack 1im1d8p 4zaca9 f96ve 10b7x19 1mnbg09 ir6ch4 x9rxsf 2pzjpp z5n1g6
p5dbba 1mbdha 1swteyi 1gux804 gf7u5e 10f5kpu 1y5gxhx g30lt5 6dh99v 1oftmqj 1cofpan 1o426s 1o4db9d 1cjjjkf 9rc1xs
10a3b8c 1n1irqz 101dk4c gw5jfh 15js6c8 35zy8x 1eaugqf 3555en u0u8sx 1ha7nhe 1pg53w2 1fdv918 1ikj96u 13lgmlp 20wkaq
r8klye 76xeef 1bbnghd nzo61r 5hysuk n7i8jb 12fi7vt ayj70s 18egkef 9wpgg5 1xonvmc 1sc9jg4 1q43yla 1nqvlt 128j156
6fqgu4 ly6dx3 1w6i2uj ntyk0d 1dii5fb cp4mzq ijubey 9rvjw7 1sylxm4 1aqmcbk d4q32q 181nkge 17osmi5 n6yn85 pg1agn
13gk7f1 kqocxh 11uiyrw fpp7fl by0our 179obb1 g0cf33 6f6c4x 1p3qrot f24ox7 10rw3su 7p9r9o cvtc76 1qjgnnu n90os0
1v8yp74 1l4gric 11tljc 1lron2w 7c2j9k 1b3b3t2 c3nsvc 1p1gwyj cp5igw 1ka47fo 1qpi96k eetwif 1iadh3k y91alz a9w93z
1nsmzu 1vxnx0z vbvqm5 15frou 1r4d8u9 1gg1m92 1r8clun 1qymfxp x7slxo 1sqamrn 1q5hzxo 17zohgf 1q95e0d twxqas i3albh
be145c 1qzcg16 kz3n4h 15c31it afqed0 14qcn17 10m0yb7 a9vics 1vejxyt 1xo19ij susqjs ovibi7 nxz9v3 ersm3c 1o3c5u7
1kmp4az n8edr 1eneo0r 1po9aj2 1mht2n1 1h5t0tb 17m080s as7sda 14l1few dkacr2 1611y84 5d0nne xd570w vnwn11 19ny3e8
ccykyw 1n8avyk 8sf15h cntx3g 1789rzb 1o078gh 155ae0u 1jiqebe iifxuz w4uxjc 16mtfoy 1et7o8i 1k7ad1i 1trzuqk 1lbxd55
nca63n 1xtndyc 179bb3p klgetr lsxhbt c15z87 1u71js0 l0ukp5 45fj9 oj66a3 1jxow2h 1p9fda4 7f3pu0 11v6zn2 1tjn16r
11tc71g m2oknn 19eyy39 1udntq6 1ie3j72 1uxcbsn 17d2grv 160pn02 1uhyw5t ltnhuy 1xiapwr ds1d82 1wqit9d omyi2e fddvyn
fhia9q zkjvzd 1bkgnua ekzuxw 1ezngd 2mit9e 1r3kcat 3hl6lb gjo4z5 20rp7v 17df53n 188qnuz a6yeju 1yyag2n 1pl82s2
131r591 1uucnvf 6l9qky 16yjpuf gfr9pk 160wodo 1o55ywm skwowb 1tlcmtv 12q2uix 1ajzw9e hqz6me 1aa0xqj btc1 ss43eq
15c350b j3s0n6 xof7gi 1gz44a8 13w40r7 122xyxc 1qgpwa3 1ue293n v7detd hp9ur7 lk005b 1uropi2 ox8mqu 534fs5 ftj5k0
1uru4du ni10rw oiy2ip e52gn1 r29yvz 15t4m0g gvr7wo 4dwo7r 16hnb24 alhu9p 14umrhc 1m513po 1pdfg80 1nb9jq1 w0cq5
1gv2qns ssf22y 1ou9miq 1u0n11j 1hxqbjb 148vss6 8f68ok 1117wef ahvoeq as0c8q 9j1141 bxl9zl k69noo 114glv9 h29dz r25fm
wrpzvz lyidwm t6x5ab lje92b 1dvjmy1 e880ha if169t 1xkwc71 ri4g3s ejflgh zexk2s 1jdp0h3 1occo3a 151kopy 1uwpwd c0el71
th1vyf 9v4q9m zkxgor 7k2rux 16n0waw 9dj11q 179yfop 8r1mq7 11mmw2u 2jz7fr zncot2 1t24699 1v79nov 2gb09a dhmari q5yxel
1019g6h
`;
